package org.accordledger.log.tile;

import org.accordledger.log.LogFormatException;

/** The part of a path that tiles and bundles share: {@code <N>[.p/<W>]}. */
record TilePath(long index, int width) {
  /** Hashes in a full tile, entries in a full bundle. */
  static final int FULL = 256;

  private static final String PARTIAL = ".p/";
  private static final int DIGITS = 3;
  private static final int GROUPS_OF_A_LONG = 7;

  TilePath {
    if (index < 0) {
      throw new LogFormatException("tiles count from 0, not " + index);
    }
    if (width < 1 || width > FULL) {
      throw new LogFormatException("a tile has 1 to 256 hashes, not " + width);
    }
  }

  static TilePath parse(String path) {
    int dot = path.indexOf(PARTIAL);
    if (dot < 0) {
      return new TilePath(index(path), FULL);
    }
    String width = path.substring(dot + PARTIAL.length());
    if (!width.matches("[1-9][0-9]{0,2}") || Integer.parseInt(width) >= FULL) {
      throw new LogFormatException("a partial tile has 1 to 255 hashes, not '" + width + "'");
    }
    return new TilePath(index(path.substring(0, dot)), Integer.parseInt(width));
  }

  private static long index(String path) {
    if (!path.matches("(x[0-9]{3}/)*[0-9]{3}") || path.startsWith("x000")) {
      throw new LogFormatException("not the index of a tile: '" + path + "'");
    }
    String[] groups = path.replace("x", "").split("/", -1);
    if (groups.length > GROUPS_OF_A_LONG) {
      throw new LogFormatException("no tree has so many tiles: '" + path + "'");
    }
    try {
      return Long.parseLong(String.join("", groups));
    } catch (NumberFormatException e) {
      throw new LogFormatException("no tree has so many tiles: '" + path + "'", e);
    }
  }

  @Override
  public String toString() {
    String digits = Long.toString(index);
    digits = "0".repeat(Math.floorMod(-digits.length(), DIGITS)) + digits;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < digits.length(); i += DIGITS) {
      boolean last = i + DIGITS == digits.length();
      path.append(last ? "" : "x").append(digits, i, i + DIGITS).append(last ? "" : "/");
    }
    return width == FULL ? path.toString() : path.append(PARTIAL).append(width).toString();
  }
}
