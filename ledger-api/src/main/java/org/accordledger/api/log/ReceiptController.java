package org.accordledger.api.log;

import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts by position. They tell nothing of an event but that it is in the log. */
@RestController
class ReceiptController {
  private final Receipts receipts;

  ReceiptController(Receipts receipts) {
    this.receipts = receipts;
  }

  @GetMapping(path = "/receipts/{position}", produces = "text/plain;charset=UTF-8")
  ResponseEntity<String> one(@PathVariable("position") String position) {
    if (!position.matches("0|[1-9][0-9]{0,17}")) {
      throw missing("No position has the form of " + position + ".");
    }
    String receipt =
        receipts
            .find(Long.parseLong(position))
            .orElseThrow(() -> missing("Position " + position + " is not published."));
    // the same entry gets a newer checkpoint with every one that is published
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(receipt);
  }

  private static ProblemException missing(String detail) {
    return Problem.of(ProblemCode.NOT_FOUND, detail).toException();
  }
}
