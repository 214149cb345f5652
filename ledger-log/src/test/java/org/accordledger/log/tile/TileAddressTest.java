package org.accordledger.log.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileAddressTest {
  @Test
  void anIndexIsWrittenInGroupsOfThreeDigits() {
    assertThat(new TileAddress(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new TileAddress(1, 0, 256).path()).isEqualTo("tile/1/000");
    assertThat(new TileAddress(2, 999, 1).path()).isEqualTo("tile/2/999.p/1");
    assertThat(new TileAddress(3, 1000, 255).path()).isEqualTo("tile/3/x001/000.p/255");
    assertThat(new BundleAddress(273, 112).path()).isEqualTo("tile/entries/273.p/112");
  }

  @Test
  void aPathIsReadAsItIsWritten() {
    Random random = Seeds.random(TileAddressTest.class);
    for (int i = 0; i < 2_000; i++) {
      int level = random.nextInt(TileAddress.TOP_LEVEL);
      long index = random.nextLong(Long.MAX_VALUE >> (8 * level + 8)) >> random.nextInt(55);
      TileAddress address = new TileAddress(level, index, 1 + random.nextInt(256));
      assertThat(TileAddress.parse(address.path())).isEqualTo(address);
      BundleAddress bundle = new BundleAddress(index, address.width());
      assertThat(BundleAddress.parse(bundle.path())).isEqualTo(bundle);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0/000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/000\n",
        "tile/00/000",
        "tile/8/000",
        "tile/-1/000",
        "tile/63/000",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000",
        "tile/0/x000/000",
        "tile/0/001/000",
        "tile/0/x001/x000",
        "tile/0/x01/000",
        "tile/0/-01",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/-1",
        "tile/0/000.p/1.p/1",
        "tile/0/000.p/1/",
        "tile/0/../000",
        "tile/0/x001/..",
        "tile/0/\u0660\u0660\u0660",
        "tile/7/000",
        "tile/7/000.p/128",
        "tile/0/x036/x028/x797/x018/x963/968",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
        "tile/entries/000"
      })
  void anyOtherPathIsRefused(String path) {
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> TileAddress.parse(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "tile/0/000", "tile/entries/0", "tile/entries/000.p/256", "entries/000"})
  void anyOtherPathOfABundleIsRefused(String path) {
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> BundleAddress.parse(path));
  }

  @Test
  void theLastTilesOfTheLargestTreeExistAndNoneBeyond() {
    assertThat(TileAddress.parse("tile/7/000.p/127").width()).isEqualTo(127);
    assertThat(TileAddress.parse("tile/0/x036/x028/x797/x018/x963/967.p/255").index())
        .isEqualTo(Long.MAX_VALUE / 256);
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> TileAddress.parse("tile/0/x036/x028/x797/x018/x963/967"));
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> new TileAddress(0, -1, 1));
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> new BundleAddress(0, 0));
  }
}
