package org.accordledger.api.reads;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.accordledger.api.security.Reader;
import org.accordledger.core.ContentRef;
import org.accordledger.store.Content;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Texts and files beside the events. Whatever they claim to be, a browser is told to save them and
 * never to show them: what is filed here may be hostile.
 */
@RestController
class ContentController {
  private static final Map<MediaType, String> SERVED =
      Map.of(
          MediaType.APPLICATION_PDF,
          ".pdf",
          MediaType.APPLICATION_JSON,
          ".json",
          MediaType.IMAGE_JPEG,
          ".jpg",
          MediaType.IMAGE_PNG,
          ".png",
          new MediaType("text", "csv"),
          ".csv",
          new MediaType("application", "zip"),
          ".zip");

  private final Texts texts;

  ContentController(Texts texts) {
    this.texts = texts;
  }

  @GetMapping("/contents/{ref}")
  ResponseEntity<byte[]> one(@PathVariable("ref") String ref) {
    ContentRef named = Parameters.inPath(ref, ContentRef::new);
    Content content =
        texts
            .find(named, Reader.current().everywhere())
            .orElseThrow(() -> Parameters.notFound("There is no content " + named + "."));
    MediaType type = type(content);
    CacheControl hour = CacheControl.maxAge(Duration.ofHours(1));
    return ResponseEntity.ok()
        .contentType(type)
        .eTag("\"" + named + "\"")
        // it can be withheld later, so it is not kept for ever
        .cacheControl(Reader.current().anonymous() ? hour.cachePublic() : hour.cachePrivate())
        .varyBy(HttpHeaders.AUTHORIZATION)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(named + ending(type)).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(content.bytes());
  }

  /** The type it was filed under if that is one of the few that are served, else plain bytes. */
  private static MediaType type(Content content) {
    MediaType filed = MediaType.parseMediaType(content.mediaType());
    if (filed.isCompatibleWith(MediaType.TEXT_PLAIN)) {
      return new MediaType("text", "plain", StandardCharsets.UTF_8);
    }
    return SERVED.containsKey(filed) ? filed : MediaType.APPLICATION_OCTET_STREAM;
  }

  private static String ending(MediaType type) {
    return type.isCompatibleWith(MediaType.TEXT_PLAIN) ? ".txt" : SERVED.getOrDefault(type, ".bin");
  }
}
