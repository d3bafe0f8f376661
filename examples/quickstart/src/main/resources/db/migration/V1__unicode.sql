create table block (
  id integer primary key,
  name varchar(80) not null,
  constraint block_name_unique unique (name)
);

create table code_point (
  code integer primary key,
  name varchar(120) not null,
  block_id integer references block,
  script varchar(40) not null,
  category varchar(2) not null,
  numeric_value integer,
  favourite boolean not null default 0 check (favourite in (0, 1))
);
