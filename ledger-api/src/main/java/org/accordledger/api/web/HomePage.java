package org.accordledger.api.web;

import java.util.List;

/** What the first page prints: headline counts, open cases by stage, and every scorecard. */
record HomePage(
    Frame frame,
    List<ScorecardPage.Figure> headline,
    List<ScorecardPage.Figure> stages,
    List<ScorecardPage.AccordTable> accords) {}
