package org.accordledger.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.function.Consumer;

/**
 * What a feature says of its own addresses, where one method serves them all.
 *
 * @param schemas named while the operations are described
 * @param operations adds the operations to the description
 */
public record DescribedWrites(RecordSchemas schemas, Consumer<OpenAPI> operations) {
  void addTo(OpenAPI description) {
    operations.accept(description);
  }
}
