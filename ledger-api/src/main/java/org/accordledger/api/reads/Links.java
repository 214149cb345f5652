package org.accordledger.api.reads;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Link header fields (RFC 8288) to the neighbouring pages of a list. */
final class Links {
  private Links() {}

  /** The same answer with links, each this request's address with another cursor. */
  static <T> ResponseEntity<T> with(
      ResponseEntity<T> answer, @Nullable String next, @Nullable String prev) {
    HttpHeaders headers = new HttpHeaders();
    headers.putAll(answer.getHeaders());
    add(headers, "next", next);
    add(headers, "prev", prev);
    return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
  }

  private static void add(HttpHeaders headers, String relation, @Nullable String cursor) {
    if (cursor != null) {
      var address = ServletUriComponentsBuilder.fromCurrentRequest();
      address.scheme(null).host(null).port(null).replaceQueryParam("cursor", cursor);
      headers.add(
          HttpHeaders.LINK, "<" + address.build().toUriString() + ">; rel=\"" + relation + "\"");
    }
  }
}
