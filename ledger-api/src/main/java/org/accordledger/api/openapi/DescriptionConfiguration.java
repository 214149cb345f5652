package org.accordledger.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.accordledger.api.problem.FieldError;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/** What the description says in general, and of every read. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {
  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Accord Ledger")
                .version("0.1")
                .description(
                    "Accords, cases and scorecards. Every figure opens to the events behind it.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
  }

  @Bean
  RecordSchemas answerSchemas() {
    return RecordSchemas.ofAnswers();
  }

  /** Says what a read answers, from the record its method returns. */
  @Bean
  GlobalOperationCustomizer readAnswers(RecordSchemas answerSchemas) {
    return (operation, method) -> describe(operation, method, answerSchemas);
  }

  private static Operation describe(
      Operation operation, HandlerMethod method, RecordSchemas schemas) {
    Type answer = method.getMethod().getGenericReturnType();
    if (answer instanceof ParameterizedType generic
        && generic.getRawType() == ResponseEntity.class) {
      answer = generic.getActualTypeArguments()[0];
    }
    ApiResponses responses = new ApiResponses();
    ApiResponse ok = new ApiResponse().description("The answer.");
    if (answer instanceof Class<?> type && type.isRecord()) {
      ok.content(json("application/json", schemas.of(type)));
    } else {
      ApiResponse guessed = operation.getResponses().get("200");
      ok.content(guessed == null ? null : guessed.getContent());
    }
    responses.addApiResponse("200", ok);
    responses.addApiResponse("default", problem());
    operation.setResponses(responses);
    operation.setTags(List.of("reads"));
    return operation;
  }

  /** The answer to whatever goes wrong. */
  static ApiResponse problem() {
    return new ApiResponse()
        .description("What is wrong; its type leads to a page that says what to do.")
        .content(
            json("application/problem+json", new Schema<>().$ref("#/components/schemas/Problem")));
  }

  private static Content json(String mediaType, Schema<?> schema) {
    return new Content().addMediaType(mediaType, new MediaType().schema(schema));
  }

  /** Last of all: puts the named schemas in the place of those guessed from Java's own names. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  GlobalOpenApiCustomizer namedSchemas(RecordSchemas answerSchemas, List<DescribedWrites> writes) {
    return description -> {
      description.getPaths().forEach(DescriptionConfiguration::nameRead);
      writes.forEach(part -> part.addTo(description));
      Map<String, Schema<?>> named = new TreeMap<>(answerSchemas.named());
      writes.forEach(part -> named.putAll(part.schemas().named()));
      named.put("Problem", problemSchema(answerSchemas));
      named.putAll(answerSchemas.named());
      Components components = description.getComponents();
      components.setSchemas(null);
      named.forEach(components::addSchemas);
    };
  }

  /** From its address: generated names would change with every method added. */
  private static void nameRead(String path, PathItem item) {
    if (item.getGet() != null) {
      StringBuilder name = new StringBuilder("get");
      for (String part : path.replaceAll("[{}]", "").split("/", -1)) {
        if (!part.isEmpty()) {
          name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
      }
      item.getGet().setOperationId(name.toString());
    }
  }

  private static Schema<?> problemSchema(RecordSchemas schemas) {
    Schema<?> schema = RecordSchemas.typed("object");
    for (String text : List.of("type", "title", "detail", "instance", "code", "trace_id")) {
      schema.addProperty(text, RecordSchemas.typed("string"));
      schema.addRequiredItem(text);
    }
    schema.addProperty("status", RecordSchemas.typed("integer").format("int32"));
    schema.addRequiredItem("status");
    schema.addProperty("errors", RecordSchemas.typed("array").items(schemas.of(FieldError.class)));
    return schema;
  }
}
