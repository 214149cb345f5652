package org.accordledger.core.cases;

/** How serious an established departure is; ordered. */
public enum Severity {
  MINOR,
  SERIOUS,
  GRAVE
}
