package dev.pinion.examples.quickstart;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What this JDK knows of Unicode. */
final class UnicodeData {

  /** The abbreviations of the general categories, at the positions that {@link Character#getType} returns. */
  private static final String[] CATEGORIES = {
    "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", null, "Co",
    "Cs", "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"
  };

  private final Map<UnicodeBlock, Block> blocks = new LinkedHashMap<>();

  UnicodeData() {
    IntStream.rangeClosed(Character.MIN_CODE_POINT, Character.MAX_CODE_POINT).forEach(code -> {
      UnicodeBlock block = UnicodeBlock.of(code);
      if (block != null) {
        blocks.computeIfAbsent(block, added -> new Block(blocks.size() + 1, added.toString()));
      }
    });
  }

  List<Block> blocks() {
    return List.copyOf(blocks.values());
  }

  /** How many code points are assigned. */
  long assigned() {
    return assignedAfter(-1).count();
  }

  /** The next assigned code points in order, at most {@code size}; empty at the end. */
  List<CodePoint> chunkAfter(int code, int size) {
    List<CodePoint> chunk = new ArrayList<>(size);
    assignedAfter(code).limit(size).forEach(assigned -> chunk.add(codePoint(assigned)));
    return chunk;
  }

  private static IntStream assignedAfter(int code) {
    return IntStream.rangeClosed(code + 1, Character.MAX_CODE_POINT).filter(Character::isDefined);
  }

  private CodePoint codePoint(int code) {
    int numeric = Character.getNumericValue(code);
    return new CodePoint(code, Character.getName(code), blocks.get(UnicodeBlock.of(code)),
        UnicodeScript.of(code).name(), CATEGORIES[Character.getType(code)], numeric < 0 ? null : numeric);
  }
}
