package org.accordledger.api.reads;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accords to begin from. */
@RestController
@RequestMapping(path = "/templates", produces = MediaType.APPLICATION_JSON_VALUE)
class TemplateController {
  private final Templates templates;

  TemplateController(Templates templates) {
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<TemplatesDocument> list() {
    return ResponseEntity.ok(templates.list());
  }

  @GetMapping("/{template}")
  ResponseEntity<TemplateDocument> one(
      @PathVariable("template") String template,
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "parties", required = false) @Nullable String parties,
      @RequestParam(name = "title", required = false) @Nullable String title) {
    AccordId id = Parameters.id("accord", accord, AccordId::new);
    if (id == null) {
      throw Parameters.wrong("accord", "is required: the id of the accord to be made");
    }
    return templates
        .filled(template, id, parties(parties), Parameters.text(title))
        .map(ResponseEntity::ok)
        .orElseThrow(() -> Parameters.notFound("There is no template " + template + "."));
  }

  private static List<BodyId> parties(@Nullable String parties) {
    if (parties == null || parties.isEmpty()) {
      throw Parameters.wrong("parties", "is required: their ids with commas between them");
    }
    return Arrays.stream(parties.split(",", -1))
        .map(
            party ->
                Objects.requireNonNull(
                    Parameters.id("parties", "".equals(party) ? " " : party, BodyId::new)))
        .toList();
  }
}
