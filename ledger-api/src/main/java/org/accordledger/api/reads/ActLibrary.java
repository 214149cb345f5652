package org.accordledger.api.reads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.core.accord.Clause;

/**
 * Public codes of acts and their names, the same for every accord. An accord may use others; they
 * are shown as unknown.
 */
final class ActLibrary {
  /** Raised with every change of the list; no code is ever taken away. */
  static final int VERSION = 1;

  private static final String RESOURCE = "/acts/library-" + VERSION + ".tsv";
  private static final String SCHEME = "scheme";

  /** The library that comes with the application. */
  static final ActLibrary LEDGER = load();

  private final List<ActsDocument.Scheme> schemes = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  private ActLibrary() {}

  /** Reads the library that comes with the application. */
  private static ActLibrary load() {
    ActLibrary library = new ActLibrary();
    try (InputStream in = ActLibrary.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(in, RESOURCE).readAllBytes();
      new String(bytes, StandardCharsets.UTF_8).lines().forEach(library::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return library;
  }

  private void read(String line) {
    String[] cells = line.split("\t", -1);
    if (line.startsWith("#")) {
      return;
    }
    if (cells.length == 5 && cells[0].equals(SCHEME)) {
      schemes.add(new ActsDocument.Scheme(cells[1], cells[2], cells[3], cells[4]));
    } else if (cells.length != 2 || names.put(cells[0], cells[1]) != null) {
      throw new IllegalStateException(RESOURCE + " has a line that cannot be: " + line);
    }
  }

  /**
   * The library, or the codes of one scheme.
   *
   * @param scheme what stands before the colon; empty for all
   */
  ActsDocument document(String scheme) {
    return new ActsDocument(
        VERSION,
        schemes.stream().filter(one -> scheme.isEmpty() || one.code().equals(scheme)).toList(),
        names.entrySet().stream()
            .filter(act -> scheme.isEmpty() || act.getKey().startsWith(scheme + ":"))
            .map(act -> new ActsDocument.Act(act.getKey(), act.getValue()))
            .toList());
  }

  /** What these codes are called, each once, in their order. */
  List<NamedAct> named(Collection<String> codes) {
    return codes.stream().distinct().map(this::named).toList();
  }

  /** What the acts of clauses are called, each once, in their order. */
  List<NamedAct> of(Stream<Clause> clauses) {
    return named(clauses.flatMap(clause -> clause.acts().stream()).collect(Collectors.toList()));
  }

  private NamedAct named(String code) {
    String name = names.get(code);
    return new NamedAct(code, name, name != null);
  }
}
