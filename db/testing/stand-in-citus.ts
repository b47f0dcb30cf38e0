import postgres from "postgres";

/**
 * Gives a plain database the catalogue and the functions of a Citus coordinator that `distribute` uses, with the names and
 * columns of Citus 11 to 13. They note what they are asked for, and refuse what Citus is known to: this tries our SQL, not Citus.
 */
export async function standInForCitus(url: string, version = "12.1-1"): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`
      set allow_system_table_mods = on;
      insert into pg_catalog.pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
        select 999999, 'citus', r.oid, 'pg_catalog'::regnamespace, false, '${version}' from pg_roles r where r.rolname = current_user;
      create schema stand_in;
      create table pg_catalog.pg_dist_local_group (groupid int);
      insert into pg_catalog.pg_dist_local_group values (0);
      create table pg_catalog.pg_dist_node (nodeid int, isactive boolean, shouldhaveshards boolean);
      insert into pg_catalog.pg_dist_node values (1, true, false), (2, true, true), (3, true, true);
      create table pg_catalog.pg_dist_object (classid oid, objid oid, distribution_argument_index int);
      create table stand_in.placed (relation regclass, kind text, distribution_column text, colocated_with text);
      create view pg_catalog.citus_tables as
        select relation as table_name, kind as citus_table_type, distribution_column from stand_in.placed;
      create function pg_catalog.create_reference_table(relation regclass) returns void language sql as
        $$ insert into stand_in.placed values (relation, 'reference', '<none>', null) $$;
      create function pg_catalog.create_distributed_table(relation regclass, distribution_column text, colocate_with text)
        returns void language sql as
        $$ insert into stand_in.placed values (relation, 'distributed', distribution_column, colocate_with) $$;
      create function pg_catalog.create_distributed_function(name regprocedure, distribution_arg_name text default null,
        colocate_with text default 'default', force_delegation boolean default null) returns void language plpgsql as $$
        declare place int; found oid;
        begin
          select i, p.proargtypes[i - 1] into place, found from pg_proc p, generate_series(1, p.pronargs) i
            where p.oid = name and distribution_arg_name in (p.proargnames[i], '$' || i);
          if distribution_arg_name is not null and found is null then
            raise exception 'cannot distribute the function "%" because the distribution argument is invalid', name;
          end if;
          if found <> 'bigint'::regtype then
            raise exception 'cannot colocate function "%" and table "%" because distribution column types don''t match', name, colocate_with;
          end if;
          delete from pg_catalog.pg_dist_object where objid = name;
          insert into pg_catalog.pg_dist_object values ('pg_proc'::regclass, name, place - 1);
        end $$;`);
  } finally {
    await sql.end();
  }
}
