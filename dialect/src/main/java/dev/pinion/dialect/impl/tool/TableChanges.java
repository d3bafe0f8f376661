package dev.pinion.dialect.impl.tool;

import java.util.List;

/**
 * What an update does to one table.
 *
 * @param commands what SQLite can do
 * @param refusals why it cannot do the rest, one message a change
 */
record TableChanges(List<String> commands, List<String> refusals) {
}
