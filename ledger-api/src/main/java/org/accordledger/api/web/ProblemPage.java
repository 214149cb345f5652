package org.accordledger.api.web;

/** What the page of a failed request prints. */
record ProblemPage(
    Frame frame, String title, String detail, String code, int status, String meaning) {}
