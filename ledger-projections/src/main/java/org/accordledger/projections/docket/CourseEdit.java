package org.accordledger.projections.docket;

import java.time.LocalDate;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Clocks;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Severity;
import org.accordledger.core.cases.Stage;
import org.accordledger.projections.docket.DocketEntry.Course;
import org.jspecify.annotations.Nullable;

/** Changes some fields of a course and keeps the others. */
final class CourseEdit {
  private Stage stage;
  private @Nullable LocalDate respondBy;
  private @Nullable ResponseKind response;
  private @Nullable LocalDate respondedOn;
  private @Nullable Ground ground;
  private @Nullable Outcome outcome;
  private @Nullable Severity severity;
  private @Nullable LocalDate decidedOn;
  private boolean underReview;
  private Remedy remedy;
  private @Nullable LocalDate remedyDueBy;
  private @Nullable CaseId joinedInto;
  private Clocks clocks;

  CourseEdit(Course from) {
    stage = from.stage();
    respondBy = from.respondBy();
    response = from.response();
    respondedOn = from.respondedOn();
    ground = from.ground();
    outcome = from.outcome();
    severity = from.severity();
    decidedOn = from.decidedOn();
    underReview = from.underReview();
    remedy = from.remedy();
    remedyDueBy = from.remedyDueBy();
    joinedInto = from.joinedInto();
    clocks = from.clocks();
  }

  CourseEdit stage(Stage value) {
    stage = value;
    return this;
  }

  CourseEdit respondBy(@Nullable LocalDate value) {
    respondBy = value;
    return this;
  }

  /** Screened anew, or under review. */
  CourseEdit reopened(Stage at) {
    return at == Stage.DECIDED ? underReview(true) : ground(null);
  }

  CourseEdit response(ResponseKind kind, LocalDate day) {
    response = kind;
    respondedOn = day;
    return this;
  }

  CourseEdit ground(@Nullable Ground value) {
    ground = value;
    return this;
  }

  CourseEdit finding(Outcome value, @Nullable Severity how, LocalDate day) {
    outcome = value;
    severity = how;
    decidedOn = day;
    return this;
  }

  CourseEdit underReview(boolean value) {
    underReview = value;
    return this;
  }

  CourseEdit remedy(Remedy value) {
    remedy = value;
    return this;
  }

  CourseEdit remedy(Remedy value, @Nullable LocalDate dueBy) {
    remedy = value;
    remedyDueBy = dueBy;
    return this;
  }

  CourseEdit joinedInto(@Nullable CaseId value) {
    joinedInto = value;
    return this;
  }

  CourseEdit clocks(Clocks value) {
    clocks = value;
    return this;
  }

  Course done() {
    return new Course(
        stage,
        respondBy,
        response,
        respondedOn,
        ground,
        outcome,
        severity,
        decidedOn,
        underReview,
        remedy,
        remedyDueBy,
        joinedInto,
        clocks);
  }
}
