package org.accordledger.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every route there is, asked by every role, compared with the one committed table. A route that is
 * not in the table fails, and so does a row without its route.
 */
class AccessTableTest {
  private static final Path TABLE =
      Path.of(System.getProperty("ledger.root"), "ledger-api/src/test/resources/access-table.txt");

  private final TestLedger ledger = TestLedger.shared();

  @Test
  void every_route_lets_in_exactly_the_roles_of_the_committed_table() throws IOException {
    Map<String, String> tokens = new TreeMap<>();
    for (Role role : Role.values()) {
      if (role != Role.PUBLIC && role != Role.SYSTEM) {
        String name = role.name().toLowerCase(Locale.ROOT);
        tokens.put(name, ledger.token("table-" + name, role, null, "alba"));
      }
    }
    List<String> found = new ArrayList<>();
    for (String route : routes()) {
      found.add(route + ": " + letIn(route, tokens));
    }

    if (Boolean.getBoolean("ledger.accept")) {
      Files.write(TABLE, found);
    }
    assertThat(found)
        .as("who may use which route; accept a change with -Dledger.accept=true, and review it")
        .containsExactlyElementsOf(Files.readAllLines(TABLE));
  }

  private String letIn(String route, Map<String, String> tokens) {
    if (asked(route, null)) {
      return "everybody";
    }
    List<String> roles =
        tokens.entrySet().stream()
            .filter(token -> asked(route, token.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return roles.isEmpty() ? "nobody" : String.join(" ", roles);
  }

  /** True if the request was let in, whatever was wrong with it then. */
  private boolean asked(String route, @Nullable String token) {
    int space = route.indexOf(' ');
    String path =
        route
            .substring(space + 1)
            .replace("{accord}", "accord-table")
            .replace("{case}", "case-table")
            .replace("/**", "/ledger.css")
            .replaceAll("\\{[^}]+}", "table");
    Map<String, String> headers =
        token == null ? Map.of() : Map.of("Authorization", "Bearer " + token);
    HttpAnswer answer =
        route.startsWith("GET ") ? ledger.get(path, headers) : ledger.post(path, "", headers);
    boolean closed =
        answer.status() == 401
            || answer.status() == 403
            || (answer.status() == 404 && answer.response().body().contains("no such address"));
    return !closed;
  }

  private SortedSet<String> routes() {
    SortedSet<String> routes = new TreeSet<>();
    for (CommandRoute route : CommandRoute.ALL) {
      routes.add("POST " + route.path());
    }
    for (RequestMappingInfoHandlerMapping mapping :
        ledger.beans(RequestMappingInfoHandlerMapping.class)) {
      mapping.getHandlerMethods().keySet().forEach(info -> addRoutes(info, routes));
    }
    routes.addAll(List.of("GET /assets/**", "GET /health/liveness", "GET /health/readiness"));
    return routes;
  }

  private static void addRoutes(RequestMappingInfo info, SortedSet<String> routes) {
    for (String path : info.getPatternValues()) {
      // one method serves every act: the table of commands names them; /error is the container's
      // own
      if (!path.contains("{act}") && !path.equals("/error")) {
        if (info.getMethodsCondition().getMethods().isEmpty()) {
          routes.add("GET " + path);
        }
        info.getMethodsCondition().getMethods().forEach(method -> routes.add(method + " " + path));
      }
    }
  }
}
