package org.accordledger.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.accordledger.api.TestLedger;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.TrustedLog;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TreeHasher;
import org.accordledger.log.tile.TreeTiles;

/** A reader who has the address of a log and its key, and believes nothing else. */
public final class ServedLog {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;

  public ServedLog(TestLedger ledger) {
    this.server = ledger.running().address();
  }

  TrustedLog trusted() {
    return TrustedLog.of(VerifierKey.parse(text("localhost_ledger.vkey").strip()));
  }

  Checkpoint checkpoint() {
    return trusted().checkpoint(SignedNote.parse(get("checkpoint").body()));
  }

  /** The leaves of the published log, after its tiles and root were found right. */
  public List<byte[]> verifiedLeaves() {
    Checkpoint checkpoint = checkpoint();
    List<byte[]> leaves = new ArrayList<>();
    List<HashTile> tiles = new ArrayList<>();
    TreeHasher tree = TreeHasher.empty();
    for (BundleAddress address : TreeTiles.bundles(checkpoint.size()).toList()) {
      EntryBundle bundle = EntryBundle.parse(address, get(address.path()).body());
      for (int i = 0; i < address.width(); i++) {
        leaves.add(bundle.leaf(i));
      }
      tiles.addAll(tree.append(bundle));
    }
    tiles.addAll(tree.partialTiles());
    assertThat(tree.root()).isEqualTo(checkpoint.root());
    assertThat(tiles).hasSize((int) TreeTiles.of(checkpoint.size()).count());
    tiles.forEach(tile -> assertThat(get(tile.address().path()).body()).isEqualTo(tile.bytes()));
    return leaves;
  }

  String text(String file) {
    return new String(get(file).body(), StandardCharsets.UTF_8);
  }

  public HttpResponse<byte[]> get(String file, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/log/" + file));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(file + " " + Arrays.toString(headers)).isEqualTo(200);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
