package org.accordledger.audit.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.accordledger.audit.sample.PublishedLog;
import org.accordledger.audit.sample.SampleEvents;
import org.accordledger.log.LogHash;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.junit.jupiter.api.Test;

class KeyChainTest {
  private final SignerKey first = PublishedLog.newKey();
  private final SignerKey second = PublishedLog.newKey();
  private final SignerKey third = PublishedLog.newKey();

  static SignedNote succession(SignerKey former, SignerKey later, long from) {
    String text =
        "accord-ledger/key-succession/v1\n%s\n%s\n%s\n%d\n"
            .formatted(SampleEvents.ORIGIN, former.verifier(), later.verifier(), from);
    SignedNote note = SignedNote.sign(text, former);
    return note.with(SignedNote.sign(text, later).signatures().getFirst());
  }

  private static SignedNote checkpoint(SignerKey key, long size) {
    return Checkpoint.of(SampleEvents.ORIGIN, size, LogHash.emptyRoot()).sign(key);
  }

  private KeyChain chain() {
    return KeyChain.of(
        first.verifier(), List.of(succession(second, third, 200), succession(first, second, 100)));
  }

  @Test
  void the_first_key_leads_to_the_last() {
    assertThat(chain().keys())
        .containsExactly(first.verifier(), second.verifier(), third.verifier());
    assertThat(chain().current(99)).isEqualTo(first.verifier());
    assertThat(chain().current(100)).isEqualTo(second.verifier());
    assertThat(chain().current(1000)).isEqualTo(third.verifier());
  }

  @Test
  void each_key_signs_in_its_time_and_at_the_size_of_the_rotation_both_do() {
    chain().checkpoint(checkpoint(first, 50), "it");
    chain().checkpoint(checkpoint(first, 100), "it");
    chain().checkpoint(checkpoint(second, 100), "it");
    chain().checkpoint(checkpoint(third, 201), "it");
  }

  @Test
  void a_retired_key_signs_nothing_larger_and_a_new_one_nothing_earlier() {
    assertThatThrownBy(() -> chain().checkpoint(checkpoint(first, 101), "it"))
        .hasMessageContaining("not signed by this log");
    assertThatThrownBy(() -> chain().checkpoint(checkpoint(third, 199), "it"))
        .hasMessageContaining("not signed by this log");
  }

  @Test
  void whoever_trusts_a_later_key_goes_on_from_there() {
    KeyChain chain = KeyChain.of(second.verifier(), List.of(succession(second, third, 200)));

    assertThat(chain.keys()).containsExactly(second.verifier(), third.verifier());
  }

  @Test
  void for_what_was_signed_before_a_rotation_the_way_leads_back_from_a_later_key() {
    List<SignedNote> notes =
        List.of(succession(second, third, 200), succession(first, second, 100));

    for (SignerKey trusted : List.of(first, second, third)) {
      KeyChain chain = KeyChain.withFormer(trusted.verifier(), notes);

      assertThat(chain.keys()).isEqualTo(chain().keys());
      chain.checkpoint(checkpoint(first, 100), "it");
      assertThatThrownBy(() -> chain.checkpoint(checkpoint(first, 101), "it"))
          .hasMessageContaining("not signed by this log");
      assertThatThrownBy(() -> chain.checkpoint(checkpoint(third, 199), "it"))
          .hasMessageContaining("not signed by this log");
    }
    assertThatThrownBy(
            () -> KeyChain.of(third.verifier(), notes).checkpoint(checkpoint(first, 50), "it"))
        .hasMessageContaining("not signed by this log");
  }

  @Test
  void the_way_back_must_be_one_and_end() {
    List<SignedNote> two = List.of(succession(first, third, 100), succession(second, third, 100));
    assertThatThrownBy(() -> KeyChain.withFormer(third.verifier(), two))
        .hasMessageContaining("came after two others");
    List<SignedNote> circle =
        List.of(succession(first, second, 100), succession(second, first, 200));
    assertThatThrownBy(() -> KeyChain.withFormer(first.verifier(), circle))
        .hasMessageContaining("leads back");
  }

  @Test
  void a_succession_that_only_one_of_the_two_signed_is_refused() {
    SignedNote whole = succession(first, second, 100);
    SignedNote half = SignedNote.sign(whole.unverifiedText(), first);

    assertThatThrownBy(() -> KeyChain.of(first.verifier(), List.of(half)))
        .hasMessageContaining("a succession of keys does not hold");
  }

  @Test
  void a_key_that_hands_over_twice_was_stolen() {
    List<SignedNote> notes = List.of(succession(first, second, 100), succession(first, third, 100));

    assertThatThrownBy(() -> KeyChain.of(first.verifier(), notes))
        .hasMessageContaining("has handed over twice");
  }

  @Test
  void a_chain_that_leads_back_is_refused() {
    List<SignedNote> notes =
        List.of(succession(first, second, 100), succession(second, first, 200));

    assertThatThrownBy(() -> KeyChain.of(first.verifier(), notes))
        .hasMessageContaining("leads back");
  }

  @Test
  void a_note_of_another_text_is_no_succession() {
    SignedNote note = SignedNote.sign("accord-ledger/certificate/v1\nx\n", first);

    assertThatThrownBy(() -> KeyChain.of(first.verifier(), List.of(note)))
        .hasMessageContaining("its text is not that of");
  }
}
