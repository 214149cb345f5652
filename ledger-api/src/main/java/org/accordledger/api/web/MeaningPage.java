package org.accordledger.api.web;

/** What the page of a problem's code prints. */
record MeaningPage(Frame frame, String code, int status, String title, String remedy) {}
