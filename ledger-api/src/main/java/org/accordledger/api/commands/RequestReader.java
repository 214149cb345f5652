package org.accordledger.api.commands;

import java.util.List;
import java.util.Map;
import org.accordledger.api.problem.FieldError;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemException;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.NegotiationCommand.DiscloseText;
import org.accordledger.core.codec.JsonFault;
import org.accordledger.core.codec.LedgerJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Turns a body into the command its address takes. */
final class RequestReader {
  private static final String INTAKE = ContentIntake.class.getName();
  static final String FILED = "filed";
  static final String DATED = "dated";
  private static final JsonMapper JSON =
      LedgerJson.requests()
          .rebuild()
          .addModule(new SimpleModule().addDeserializer(ContentRef.class, new PlainText()))
          .build();

  private RequestReader() {}

  /**
   * Reads a command.
   *
   * @param body the request's body; changed by the reading
   * @param ids what the address says, by field of the command
   * @param filed who says this and when; {@code dated} is taken from the body
   * @param intake takes the texts
   * @throws ProblemException if the body does not fit the command; names the place
   */
  static <C extends LedgerCommand> C read(
      Class<C> command,
      ObjectNode body,
      Map<String, String> ids,
      Filing filed,
      ContentIntake intake) {
    JsonNode dated = body.remove(DATED);
    refuseGiven(body, ids);
    ids.forEach(body::put);
    ObjectNode filing = JSON.valueToTree(filed);
    if (dated != null && !dated.isNull()) {
      filing.set(DATED, dated);
    }
    body.set(FILED, filing);
    ExhibitIds.give(body);
    ExhibitTexts.replace(body, intake);
    if (command == DiscloseText.class) {
      DisclosedWords.replace(body, intake);
    }
    ObjectReader reader = JSON.readerFor(command).withAttribute(INTAKE, intake);
    try {
      return reader.readValue(body);
    } catch (JacksonException e) {
      JsonFault fault = JsonFault.of(e);
      String reason =
          e instanceof UnrecognizedPropertyException unknown
              ? KnownFields.insteadOf(unknown, ids.keySet())
              : fault.reason();
      throw invalid(fault.pointer().replaceFirst("^/filed(/dated)?", "/dated"), reason);
    }
  }

  private static void refuseGiven(ObjectNode body, Map<String, String> ids) {
    for (String id : ids.keySet()) {
      if (body.has(id)) {
        throw invalid("/" + id, "is not known here: the address says it");
      }
    }
    if (body.has(FILED)) {
      throw invalid("/" + FILED, "is not known here: the token and the clock say it");
    }
  }

  static ProblemException invalid(String pointer, String reason) {
    return Problem.of(
            ProblemCode.INVALID_REQUEST,
            (pointer.isEmpty() ? "The body" : "The field " + pointer) + " " + reason + ".")
        .withErrors(List.of(new FieldError(pointer, code(reason), reason)))
        .toException();
  }

  private static String code(String reason) {
    if (reason.startsWith("is not known here") || reason.startsWith("must be left out")) {
      return "unknown_field";
    }
    return switch (reason) {
      case "is required", "must not be null" -> "missing_field";
      default -> reason.startsWith("must be ") ? "wrong_type" : "invalid_value";
    };
  }

  /** In a request, what becomes content is plain text; a map's key is its language. */
  private static final class PlainText extends StdDeserializer<ContentRef> {
    PlainText() {
      super(ContentRef.class);
    }

    @Override
    public ContentRef deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(ContentRef.class, "must be a string: the plain text");
      }
      String text = parser.getString();
      ContentIntake intake = (ContentIntake) context.getAttribute(INTAKE);
      if (intake.took(text)) {
        return new ContentRef(text);
      }
      if (text.codePointCount(0, text.length()) > Texts.CONTENT) {
        throw new InvalidValue("text", "must have at most " + Texts.CONTENT + " characters");
      }
      String key = String.valueOf(parser.currentName());
      if (key.equals(ExhibitTexts.CONTENT)) {
        return context.reportInputMismatch(
            ContentRef.class, "must be left out: an exhibit's text goes into its field text");
      }
      return intake.take(text, key.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? key : null);
    }
  }
}
