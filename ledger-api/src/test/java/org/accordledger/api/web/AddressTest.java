package org.accordledger.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {
  @Test
  void every_part_is_encoded_so_that_no_value_can_leave_its_place() {
    assertThat(Address.of("cases", "a/../b?c#d").with("as_of", "1&x=2 \"<").at("p 1"))
        .hasToString("/cases/a%2F..%2Fb%3Fc%23d?as_of=1%26x%3D2%20%22%3C#p%201");
  }

  @Test
  void an_empty_parameter_is_left_out() {
    assertThat(Address.of("scorecard").with("as_of", "").with("method", null))
        .hasToString("/scorecard");
    assertThat(Address.of("scorecard").with("as_of", "5").with("as_of", null))
        .hasToString("/scorecard");
  }

  @Test
  void a_link_keeps_the_point_of_the_ledger() {
    Address asked = Address.of().with("as_of", "7").with("incidents", "2016-01..2016-12");
    assertThat(asked.to("scorecard")).hasToString("/scorecard?as_of=7&incidents=2016-01..2016-12");
    assertThat(asked.to("cases", "case-1").only("as_of")).hasToString("/cases/case-1?as_of=7");
    assertThat(Address.of().at("open")).hasToString("/#open");
  }
}
