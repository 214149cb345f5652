package org.springframework.canary;

/** Stands in for Spring, which this module must not even have on its test classpath. */
public final class SpringStandIn {}
