package dev.signet.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W2 A snapshot misses no change inside a value")
class IdentitySnapshotTest {

  private final List<Object> inner = new ArrayList<>(Arrays.asList("x", null, 3L));
  private final Map<String, Object> map = new LinkedHashMap<>();
  private final List<Object> value = new ArrayList<>(List.of(1, map, true));

  IdentitySnapshotTest() {
    map.put("a", inner);
    map.put("b", new ArrayList<>());
  }

  private void change(Consumer<List<Object>> change) {
    IdentitySnapshot snapshot = requireNonNull(IdentitySnapshot.of(value));
    assertThat(snapshot.isOf(value)).isTrue();
    change.accept(value);
    assertThat(snapshot.isOf(value)).isFalse();
  }

  @Test
  void elementOfAnotherKind() {
    change(list -> list.set(1, new LinkedHashMap<>(map) {}));
  }

  @Test
  void listOfAnotherKind() {
    change(list -> map.put("a", new ArrayList<>(inner) {}));
  }

  @Test
  void partOfAListThatWasChanged() {
    List<Object> parent = new ArrayList<>(List.of(1, 2, 3));
    List<Object> part = parent.subList(0, 2);
    IdentitySnapshot snapshot = requireNonNull(IdentitySnapshot.of(part));
    parent.add(4);
    assertThat(snapshot.isOf(part)).isFalse();
    assertThat(IdentitySnapshot.of(part)).isNull();
  }

  @Test
  void elementAdded() {
    change(list -> list.add(2));
  }

  @Test
  void elementRemoved() {
    change(list -> list.remove(2));
  }

  @Test
  void emptied() {
    change(List::clear);
  }

  @Test
  void elementReplaced() {
    change(list -> list.set(0, 2));
  }

  @Test
  void elementBecameNull() {
    change(list -> inner.set(0, null));
  }

  @Test
  void nullBecameAnElement() {
    change(list -> inner.set(1, "y"));
  }

  @Test
  void elementAddedInside() {
    change(list -> inner.add("y"));
  }

  @Test
  void entryAdded() {
    change(list -> map.put("c", 1));
  }

  @Test
  void entryRemoved() {
    change(list -> map.remove("b"));
  }

  @Test
  void entryRenamed() {
    change(list -> map.put("c", requireNonNull(map.remove("b"))));
  }

  @Test
  void valueOfAnEntryReplaced() {
    change(list -> map.put("a", "x"));
  }

  @Test
  void mapBecameAList() {
    change(list -> map.put("b", Map.of()));
  }

  @Test
  void elementsMovedIntoAList() {
    change(
        list -> {
          Object last = list.remove(2);
          inner.add(last);
        });
  }

  @Test
  void elementBecameSomethingElse() {
    change(list -> list.set(0, new BitSet()));
  }

  @Test
  void setChanged() {
    Set<Object> set = new LinkedHashSet<>(List.of(1, "x"));
    IdentitySnapshot snapshot = requireNonNull(IdentitySnapshot.of(set));
    assertThat(snapshot.isOf(set)).isTrue();

    set.remove(1);
    assertThat(snapshot.isOf(set)).isFalse();
    set.add(1);
    assertThat(snapshot.isOf(set)).isFalse(); // the order is another one
    set.remove("x");
    set.add("x");
    assertThat(snapshot.isOf(set)).isTrue();
    set.add(2);
    assertThat(snapshot.isOf(set)).isFalse();
  }

  @Test
  void another() {
    IdentitySnapshot snapshot = requireNonNull(IdentitySnapshot.of(List.of()));

    assertThat(snapshot.isOf(List.of(1))).isFalse();
    assertThat(snapshot.isOf(Map.of())).isFalse();
    assertThat(snapshot.isOf("x")).isFalse();
  }

  @Test
  void thereIsNoneOfWhatCanChangeItself() {
    assertThat(IdentitySnapshot.of(new BitSet())).isNull();
    assertThat(IdentitySnapshot.of(List.of(new BitSet()))).isNull();
    assertThat(IdentitySnapshot.of(Map.of(new BitSet(), 1))).isNull();
    assertThat(IdentitySnapshot.of(List.of(new StringBuilder()))).isNull();
    assertThat(IdentitySnapshot.of(List.of(this))).isNull();
  }

  @Test
  void thereIsNoneOfAnEndlessValue() {
    inner.add(inner);
    assertThat(IdentitySnapshot.of(inner)).isNull();
    inner.clear();
    map.put("a", map);
    assertThat(IdentitySnapshot.of(value)).isNull();
  }

  @Test
  void largeOne() {
    for (int i = 0; i < 1000; i++) {
      inner.add(i);
    }
    change(list -> inner.set(999, "other"));
  }
}
