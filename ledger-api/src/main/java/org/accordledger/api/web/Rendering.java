package org.accordledger.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/** Hands a page to its template. */
final class Rendering {
  private Rendering() {}

  static ModelAndView of(String template, Record page, Frame frame, HttpServletResponse response) {
    response.setHeader("Ledger-Position", frame.position());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    return new ModelAndView(template, Map.of("page", page));
  }
}
