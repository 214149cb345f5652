package org.accordledger.api.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.api.trace.Tracer;
import org.accordledger.api.LedgerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The traces of a ledger. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {
  @Bean
  Tracing tracing(LedgerSettings settings) {
    return Tracing.of(settings.tracing(), "accord-ledger");
  }

  /** Told of everything the framework observes; where there are no traces it hears nothing. */
  @Bean
  ObservationHandler<? extends Observation.Context> requestSpans(Tracing tracing) {
    Tracer tracer = tracing.tracer();
    return tracer == null ? context -> false : new RequestSpans(tracer);
  }
}
