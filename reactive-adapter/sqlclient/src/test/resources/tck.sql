create table immutable (id integer primary key, message varchar(2048) not null);
insert into immutable values
  (1, 'fortune: No such file or directory'),
  (2, 'A computer scientist is someone who fixes things that aren''t broken.'),
  (3, 'After enough decimal places, nobody gives a damn.'),
  (4, 'A bad random number generator: 1, 1, 1, 1, 1, 4.33e+67, 1, 1, 1'),
  (5, 'A computer program does what you tell it to do, not what you want it to do.'),
  (6, 'Emacs is a nice operating system, but I prefer UNIX.'),
  (7, 'Any program that runs right is obsolete.'),
  (8, 'A list is only as strong as its weakest link.'),
  (9, 'Feature: A bug with seniority.'),
  (10, 'Computers make very fast, very accurate mistakes.'),
  (11, '<script>alert("This should not be displayed in a browser alert box.");</script>'),
  (12, 'フレームワークのベンチマーク');
create table fortune as select * from immutable;
create table mutable (id integer not null primary key, val varchar(2048) not null);
create table collector_test (id integer primary key, test_int_2 smallint, test_int_4 integer, test_int_8 bigint,
  test_float float, test_double double, test_varchar varchar(20));
insert into collector_test values
  (1, 32767, 2147483647, 9223372036854775807, 123.456, 1.234567, 'HELLO,WORLD'),
  (2, 32767, 2147483647, 9223372036854775807, 123.456, 1.234567, 'hello,world');
create table basicdatatype (id integer primary key, test_int_2 smallint, test_int_4 integer, test_int_8 bigint,
  test_float_4 real, test_float_8 double, test_numeric numeric(5, 2), test_decimal decimal, test_boolean boolean,
  test_char char(8), test_varchar varchar(20), test_date date, test_time time);
insert into basicdatatype values
  (1, 32767, 2147483647, 9223372036854775807, 3.40282e38, 1.7976931348623157e308, 999.99, 12345, 1,
    'testchar', 'testvarchar', '2019-01-01', '18:45:02'),
  (2, 32767, 2147483647, 9223372036854775807, 3.40282e38, 1.7976931348623157e308, 999.99, 12345, 1,
    'testchar', 'testvarchar', '2019-01-01', '18:45:02'),
  (3, null, null, null, null, null, null, null, null, null, null, null, null);
