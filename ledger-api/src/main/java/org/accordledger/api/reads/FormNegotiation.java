package org.accordledger.api.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * In which form a view is answered: the one {@code ?format=} names, else the one the Accept header
 * prefers, and JSON for who does not mind.
 */
@Configuration(proxyBeanMethods = false)
class FormNegotiation implements WebMvcConfigurer {
  private static final Map<String, MediaType> FORMS =
      Map.of(
          "json", MediaType.APPLICATION_JSON,
          "csv", new MediaType("text", "csv"),
          "html", MediaType.TEXT_HTML);

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
    configurer.strategies(List.of(new FormStrategy()));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new KnownParameters());
  }

  private static final class FormStrategy implements ContentNegotiationStrategy {
    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request)
        throws HttpMediaTypeNotAcceptableException {
      String format = request.getParameter("format");
      if (format != null) {
        MediaType form = FORMS.get(format);
        if (form == null) {
          throw Parameters.wrong("format", "must be json, csv or html");
        }
        return List.of(form);
      }
      List<MediaType> accepted = new ArrayList<>(header.resolveMediaTypes(request));
      accepted.removeIf(type -> type.getQualityValue() == 0);
      if (accepted.isEmpty()) {
        throw new HttpMediaTypeNotAcceptableException(List.copyOf(FORMS.values()));
      }
      if (accepted.getFirst().isWildcardType()) {
        accepted.addFirst(MediaType.APPLICATION_JSON);
      }
      return accepted;
    }
  }
}
