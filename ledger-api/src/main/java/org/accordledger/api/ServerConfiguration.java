package org.accordledger.api;

import org.accordledger.api.problem.ContainerProblems;
import org.accordledger.api.problem.ProblemWriter;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What the server leaves to the application, so that all requests are answered in one way. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {
  /** Last of all: of several valves that report errors, the one added last speaks first. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOnly(ProblemWriter writer) {
    return factory -> {
      factory.addContextCustomizers(
          context -> context.getParent().getPipeline().addValve(new ContainerProblems(writer)));
      // the server would refuse TRACE with methods that are not this address's own; no route is
      // granted for it, so the doorkeeper refuses it like any other method
      factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
    };
  }

  /** A method nobody knows is a matter for the doorkeeper, who knows those of each address. */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    return firewall;
  }
}
