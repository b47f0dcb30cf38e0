/** What our helpers see of the environment: nothing that changes PostgreSQL (PGDATA, PGPORT ...) or the form of dates. */
export const plainEnv: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  LC_ALL: "C",
  PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
};
