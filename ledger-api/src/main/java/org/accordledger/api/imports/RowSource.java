package org.accordledger.api.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The data rows of one file, one after the other, in bounded memory. */
interface RowSource extends AutoCloseable {
  /** The next row; null at the end. */
  @Nullable ReadRow next() throws IOException;

  /** Bytes of the file consumed so far. */
  long bytesRead();

  @Override
  void close() throws IOException;
}
