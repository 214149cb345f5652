package org.accordledger.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.accordledger.api.problem.ProblemMeanings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages that the types of problems lead to. */
@Controller
class MeaningPageController {
  MeaningPageController() {}

  @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView one(@PathVariable("code") String code, HttpServletResponse response) {
    ProblemMeanings.Meaning meaning = ProblemMeanings.of(code);
    Frame frame =
        Frame.bare(meaning.code()).in(List.of(Frame.Format.json(Address.of("problems", code))));
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    MeaningPage page =
        new MeaningPage(frame, meaning.code(), meaning.status(), meaning.title(), meaning.remedy());
    return new ModelAndView("meaning", Map.of("page", page));
  }
}
