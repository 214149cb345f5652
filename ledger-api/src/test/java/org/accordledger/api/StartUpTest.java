package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import javax.sql.DataSource;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.projections.Projections;
import org.accordledger.store.LedgerEventStorageEngine;
import org.accordledger.store.LedgerEventStore;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventBus;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import tools.jackson.databind.json.JsonMapper;

/** What runs is what was meant to run: nothing in memory, nothing the framework chose by itself. */
class StartUpTest {
  private final ApplicationContext context = TestLedger.shared().running().context();

  @Test
  void events_go_to_the_ledger_s_own_store_and_nowhere_else() {
    assertThat(context.getBeansOfType(EventBus.class).values())
        .singleElement()
        .isInstanceOf(LedgerEventStore.class);
    assertThat(context.getBean(LedgerEventStore.class))
        .extracting("engine")
        .isInstanceOf(LedgerEventStorageEngine.class);
  }

  @Test
  void commands_run_on_the_asynchronous_bus_and_views_on_the_projections() {
    assertThat(context.getBeansOfType(CommandBus.class).values())
        .singleElement()
        .isInstanceOf(AsynchronousCommandBus.class);
    assertThat(context.getBean(Projections.class).status())
        .extracting("name")
        .containsExactlyInAnyOrder("scorecard", "docket", "election", "series", "timeline");
  }

  @Test
  void there_is_one_pool_one_form_of_json_and_no_account_of_the_framework_s_own() {
    assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
    assertThat(context.getBean(JsonMapper.class)).isSameAs(LedgerJson.mapper());
    assertThat(context.getBeansOfType(UserDetailsService.class)).isEmpty();
  }

  @Test
  void the_framework_s_call_home_is_off_before_it_starts() {
    assertThat(System.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
  }

  @Test
  void requests_run_on_platform_threads() {
    assertThat(context.getEnvironment().getProperty("spring.threads.virtual.enabled"))
        .isEqualTo("false");
  }

  @Test
  void nothing_in_the_working_directory_changes_how_it_runs() {
    assertThat(context.getEnvironment().getProperty("spring.config.location"))
        .isEqualTo("classpath:/application.properties");
  }

  @Test
  void a_busy_port_is_said_in_one_sentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LedgerSettings settings =
          LedgerSettings.of(
              Map.of(
                  "ledger.db-url",
                  "jdbc:postgresql://127.0.0.1:1/none",
                  "ledger.port",
                  Integer.toString(taken.getLocalPort())));

      assertThatThrownBy(() -> LedgerApplication.start(settings).close())
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("ledger.port cannot be had")
          .hasMessageContaining("choose another");
    }
  }
}
