package dev.pinion.sqlclient.impl;

/** Where a transaction was begun; never thrown, only shown in the log when it outlives its time. */
final class BeginStack extends Throwable {

  BeginStack() {
    super("The transaction was begun here");
  }
}
