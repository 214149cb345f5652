package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three publishers of one database, one of which is lost without a word: at every moment of its
 * publishing, with the row signed or not, its files written or not.
 */
class ThreePublishersTest {
  /** In every round a bundle and a tile become full, and the others are partial. */
  private static final int ENTRIES = 256;

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  @TempDir Path directory;
  private int appended;

  @Test
  void theOthersSignWhatALostOneLeftAndItServesTheSameWhenItComesBack() throws Exception {
    try (TestNode node = TestNode.on(postgres.source())) {
      append(node, 10);
      TestPublication.started(postgres.source(), of(1)).close();
      for (int other = 2; other <= 3; other++) {
        LogPublisherTest.copyKeys(of(1).resolve("keys"), of(other).resolve("keys"));
      }
      VerifierKey key = new PublicFiles(of(1).resolve("log")).key();
      FailAt loss = FailAt.throwing();
      int moments = 0;
      boolean lost = true;
      while (lost) {
        try (TestPublication one = new TestPublication(postgres.source(), of(1), loss);
            TestPublication two = TestPublication.started(postgres.source(), of(2));
            TestPublication three = TestPublication.started(postgres.source(), of(3))) {
          one.start();
          append(node, ENTRIES);
          loss.arm(moments);
          lost = isLost(one);
          loss.disarm();
          byte[] signed = two.round().note().bytes();
          assertThat(three.round().note().bytes()).isEqualTo(signed);
          assertThat(two.verifyFiles(key)).isEqualTo(three.verifyFiles(key)).isEqualTo(appended);
        }
        try (TestPublication back = TestPublication.started(postgres.source(), of(1));
            TestPublication two = TestPublication.started(postgres.source(), of(2))) {
          assertThat(back.round().note().bytes()).isEqualTo(two.round().note().bytes());
          assertThat(back.verifyFiles(key)).isEqualTo(appended);
        }
        moments++;
      }
      // two bundles, three tiles, the row and the checkpoint at least, each before and after
      assertThat(moments).isGreaterThanOrEqualTo(14);
    }
  }

  private Path of(int publisher) {
    return directory.resolve("node-" + publisher);
  }

  private void append(TestNode node, int entries) {
    String[] texts = IntStream.range(0, entries).mapToObj(Integer::toString).toArray(String[]::new);
    node.append("note-" + appended, 0, texts);
    appended += entries;
  }

  private static boolean isLost(TestPublication publication) {
    try {
      publication.round();
      return false;
    } catch (FailAt.Injected e) {
      return true;
    }
  }
}
