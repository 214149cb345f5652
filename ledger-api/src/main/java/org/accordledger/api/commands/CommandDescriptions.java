package org.accordledger.api.commands;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accordledger.api.openapi.DescribedWrites;
import org.accordledger.api.openapi.RecordSchemas;
import org.accordledger.api.security.CommandAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes every write from the table of routes and the commands' records. */
@Configuration(proxyBeanMethods = false)
class CommandDescriptions {
  @Bean
  DescribedWrites describedCommands(RecordSchemas answerSchemas) {
    RecordSchemas requests = RecordSchemas.ofRequests();
    return new DescribedWrites(
        requests,
        description -> {
          // one method serves many addresses: its own patterns say nothing
          description.getPaths().keySet().removeIf(path -> path.contains("{act}"));
          Schema<?> answer = answerSchemas.of(Acknowledgement.class);
          CommandRoute.ALL.forEach(route -> add(route, description, requests, answer));
        });
  }

  private static void add(
      CommandRoute route, OpenAPI description, RecordSchemas requests, Schema<?> answer) {
    PathItem item = description.getPaths().computeIfAbsent(route.path(), _ -> new PathItem());
    item.setPost(operation(route, requests, answer));
  }

  private static Operation operation(CommandRoute route, RecordSchemas requests, Schema<?> answer) {
    String command = route.command().getSimpleName();
    String roles =
        CommandAccess.rolesFor(route.command()).stream()
            .sorted()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    Operation operation =
        new Operation()
            .operationId(Character.toLowerCase(command.charAt(0)) + command.substring(1))
            .summary(command.replaceAll("(?<=[a-z])(?=[A-Z])", " "))
            .description("Roles: " + roles + ".")
            .tags(List.of(route.kind().variable() + " commands"))
            .addSecurityItem(new SecurityRequirement().addList("token"))
            .addParametersItem(header("Idempotency-Key", "Names this wish; repeat it unchanged."))
            .addParametersItem(
                header(
                        "Prefer",
                        "wait=published: the answer brings the receipt, or comes without"
                            + " one after ten seconds.")
                    .required(false))
            .requestBody(new RequestBody().required(true).content(json(body(route, requests))));
    if (!route.creates()) {
      operation
          .addParametersItem(header("If-Match", "The ETag of the version seen last."))
          .addParametersItem(
              new Parameter()
                  .in("path")
                  .name(route.kind().variable())
                  .required(true)
                  .schema(RecordSchemas.typed("string")));
    }
    return operation.responses(responses(route, answer));
  }

  private static ApiResponses responses(CommandRoute route, Schema<?> answer) {
    ApiResponse done =
        new ApiResponse()
            .description("Durable.")
            .content(json(answer))
            .addHeaderObject("ETag", text("The stream's version."))
            .addHeaderObject("Ledger-Position", text("Position of the last event written."));
    if (route.creates()) {
      done.addHeaderObject("Location", text("Address of the new stream."));
    }
    ApiResponse problem =
        new ApiResponse()
            .description("What is wrong. Nothing is stored, unless the code is outcome_unknown.")
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    return new ApiResponses()
        .addApiResponse(route.creates() ? "201" : "200", done)
        .addApiResponse("default", problem);
  }

  private static Schema<?> body(CommandRoute route, RecordSchemas requests) {
    Set<String> said = new HashSet<>(Set.of("filed", "case_id", "inquiry"));
    if (!route.creates()) {
      said.add(route.kind().variable());
    }
    Map<String, Schema<?>> dated =
        Map.of(
            "dated",
            RecordSchemas.typed("string")
                .format("date")
                .description("The date the act itself bears; only in retrospective accords."));
    return requests.ofRecord(route.command(), said, dated);
  }

  private static Parameter header(String name, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(true)
        .description(description)
        .schema(RecordSchemas.typed("string"));
  }

  private static Header text(String description) {
    return new Header().description(description).schema(RecordSchemas.typed("string"));
  }

  private static Content json(Schema<?> schema) {
    return new Content().addMediaType("application/json", new MediaType().schema(schema));
  }
}
