package org.accordledger.api.reads;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The act library. */
@RestController
@RequestMapping(path = "/acts", produces = MediaType.APPLICATION_JSON_VALUE)
class ActController {
  @GetMapping
  ResponseEntity<ActsDocument> list(
      @RequestParam(name = "scheme", required = false) @Nullable String scheme) {
    return ResponseEntity.ok(ActLibrary.LEDGER.document(scheme == null ? "" : scheme));
  }
}
