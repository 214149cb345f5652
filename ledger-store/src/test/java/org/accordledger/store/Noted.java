package org.accordledger.store;

/** A small event for the tests. */
record Noted(String text) {}
