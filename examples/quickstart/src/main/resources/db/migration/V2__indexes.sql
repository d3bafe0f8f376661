create index code_point_block on code_point (block_id);
create index code_point_script on code_point (script);
create index code_point_name on code_point (name);
