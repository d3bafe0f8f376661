package dev.pinion.dialect.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

/** Arrays and basic collections of many types. */
@Entity
public class Arrays {

  @Id
  public long id;

  public Integer number;
  public String[] texts;
  public List<String> textList = new ArrayList<>();
  public Set<Integer> numberSet;
  public SortedSet<String> sortedTexts;
  public int[] ints;
  public Long[] longs;
  public double[] doubles;
  public float[] floats;
  public boolean[] flags;
  public Boolean[] someFlags;
  public short[] shorts;
  public List<Byte> byteList;
  public BigDecimal[] decimals;
  public UUID[] uuids;
  public byte[][] blobs;
  public LocalDate[] dates;
  public LocalDateTime[] dateTimes;
  public Instant[] instants;
  @Enumerated(EnumType.STRING)
  public DayOfWeek[] daysByName;
  @Enumerated(EnumType.ORDINAL)
  public List<DayOfWeek> daysByOrdinal;

  protected Arrays() {
  }

  public Arrays(long id, String... texts) {
    this.id = id;
    this.number = (int) id;
    this.texts = texts;
    this.textList = texts == null ? null : java.util.Arrays.asList(texts);
  }
}
