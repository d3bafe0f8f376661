package dev.pinion.dialect.impl.id;

import org.hibernate.id.enhanced.DatabaseStructure;

/** A structure whose values a generator may also take past its optimizer. */
interface CountedStructure extends DatabaseStructure {

  CounterAccess access();
}
