package dev.signet.history;

import static dev.signet.history.SessionCalls.BEAN;

import dev.signet.history.Setup.Option;
import dev.signet.history.Step.Ending;
import dev.signet.history.Step.Fault;
import dev.signet.history.Step.Source;
import dev.signet.history.Step.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes histories at random, the same one for the same seed. */
final class Histories {

  private static final int MAX_STEPS = 24;
  private static final List<String> KEYS = List.of("a", "b", "c");
  private static final List<String> USERS = List.of("ada", "bob");

  private final SplittableRandom random;
  private final Setup setup;
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> open = new ArrayList<>();

  /** The numbers of open sockets. */
  private final Set<Integer> sockets = new HashSet<>();

  /** Whether users log in. */
  private final boolean users;

  private final Map<String, Kind> put = new HashMap<>();

  private Histories(long seed) {
    random = new SplittableRandom(seed);
    users = random.nextBoolean();
    setup = setup();
  }

  /** Returns the history of a seed. */
  static History of(long seed) {
    Histories histories = new Histories(seed);
    int length = histories.random.nextInt(4, MAX_STEPS);
    while (histories.steps.size() < length) {
      histories.add();
    }
    histories.open.forEach(request -> histories.steps.add(histories.answer(request)));
    return new History(histories.setup, List.copyOf(histories.steps));
  }

  private Setup setup() {
    Setup made = Setup.of(random.nextBoolean());
    for (Option option : Option.values()) {
      if (option != Option.REGISTRY && random.nextInt(3) == 0) {
        made = made.with(option, random.nextInt(Kind.EACH));
      }
    }
    return users ? made.with(Option.REGISTRY, small()) : made;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> T any(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private int small() {
    return random.nextInt(Kind.EACH);
  }

  private void add() {
    int chance = random.nextInt(100);
    if (open.isEmpty() ? chance < 75 : open.size() < 3 && chance < 9) {
      begin();
    } else if (open.isEmpty() || chance > 85) {
      steps.add(surroundings());
    } else if (chance < 32) {
      Integer request = any(open);
      open.remove(request);
      steps.add(answer(request));
    } else {
      steps.add(call(any(open)));
    }
  }

  private void begin() {
    int request = open.contains(0) ? open.contains(1) ? 2 : 1 : 0;
    Source source = random.nextInt(10) < 6 ? Source.OWN : any(Source.values());
    int browser = random.nextInt(4) == 0 ? 1 : 0;
    open.add(request);
    sockets.remove(request);
    if (random.nextInt(6) == 0) {
      steps.add(new Step.Open(request, browser, any(Touch.values())));
      sockets.add(request);
      return;
    }
    int n =
        switch (source) {
          case TAMPERED, CUT -> random.nextInt(400);
          case BEHIND_INVALID -> random.nextInt(10);
          default -> small();
        };
    steps.add(new Step.Begin(request, browser, source, n));
    if (random.nextInt(3) > 0) {
      steps.add(users && random.nextBoolean() ? logIn(request) : put(request));
    }
  }

  private Step answer(int request) {
    return new Step.Answer(request, random.nextInt(10) < 6 ? Ending.ENTITY : any(Ending.values()));
  }

  private Kind kind() {
    Kind kind = any(Kind.values());
    return kind == Kind.BIG && random.nextBoolean() ? Kind.LIST : kind;
  }

  private Step put(int request) {
    String key = any(KEYS);
    Kind kind = random.nextInt(3) == 0 ? put.getOrDefault(key, Kind.STRING) : kind();
    put.put(key, kind);
    return new Step.Put(request, key, kind, small());
  }

  /** Returns the kind that an attribute probably has, or another. */
  private Kind kindOf(String key) {
    return random.nextInt(4) == 0 ? kind() : put.getOrDefault(key, Kind.LIST);
  }

  /** Returns the kind that a flash value probably has. */
  private Kind flash(String key) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Step.Flash flash && flash.key().equals(key)) {
        return flash.kind();
      }
    }
    return Kind.STRING;
  }

  /** Its number is that of the step. */
  private Step logIn(int request) {
    int remembered = random.nextInt(4) == 0 ? 150 : 0;
    return new Step.LogIn(request, any(USERS), steps.size(), remembered * random.nextInt(1, 4));
  }

  private Step user(int request) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> logIn(request);
      case 3 -> new Step.Confirm(request);
      case 4, 5 -> new Step.ListLogins(request, any(USERS));
      case 6 -> new Step.EndLogin(request, small());
      case 7 -> new Step.EndOthers(request);
      case 8 -> new Step.EndAll(request, any(USERS));
      default -> random.nextInt(3) == 0 ? new Step.EndEveryone(request) : new Step.Look(request);
    };
  }

  private Step socket(int request) {
    return switch (random.nextInt(4)) {
      case 0 -> new Step.Message(request);
      case 1 -> new Step.Pass(time());
      default -> new Step.Save(request);
    };
  }

  private Step call(int request) {
    if (users && random.nextInt(4) == 0) {
      return user(request);
    }
    if (sockets.contains(request) && random.nextInt(4) == 0) {
      return socket(request);
    }
    String key = any(KEYS);
    return switch (random.nextInt(30)) {
      case 0, 1, 2, 3, 4, 5 -> put(request);
      case 6 -> new Step.PutNull(request, key);
      case 7 -> new Step.Get(request, key);
      case 8, 9 -> new Step.Read(request, key, kindOf(key));
      case 10 -> new Step.GetOrDefault(request, key, kindOf(key));
      case 11, 12 -> new Step.ChangeHeld(request, key, small());
      case 13 -> new Step.Remove(request, key);
      case 14 -> new Step.RemoveByIterator(request, key);
      case 15 -> new Step.SetByEntry(request, key, kindOf(key), small());
      case 16 -> new Step.Clear(request);
      case 17 -> new Step.Delete(request);
      case 18, 19 -> new Step.Renew(request);
      case 20 -> new Step.Save(request);
      case 21 -> new Step.Discard(request);
      case 22, 23 -> new Step.Flash(request, key, kind(), small());
      case 24, 25 -> new Step.ReadFlash(request, key, random.nextInt(4) == 0 ? kind() : flash(key));
      case 26 -> new Step.ChangeBean(request, random.nextInt(1, Kind.EACH));
      case 27 -> new Step.ReadBean(request);
      case 28 -> new Step.Remove(request, BEAN);
      default -> new Step.Look(request);
    };
  }

  private Step surroundings() {
    return switch (random.nextInt(10)) {
      case 0 -> new Step.CopyCookies(random.nextInt(2), random.nextInt(2));
      case 1, 2, 3, 4 -> new Step.Pass(time());
      case 5, 6 -> new Step.Deploy(any(options()), small());
      case 7 -> new Step.FailStore(random.nextBoolean() ? Fault.BEFORE : Fault.AFTER);
      case 8 ->
          setup.logins().single() // which of two log-ins ends depends on what comes first
              ? new Step.Interrupt()
              : new Step.SlowStore(random.nextInt(3), Ending.ENTITY);
      default -> random.nextInt(4) == 0 ? new Step.LoseStore() : new Step.Interrupt();
    };
  }

  /** The servers of a registry have the same timeouts, which it relies on. */
  private List<Option> options() {
    return setup.hasRegistry()
        ? List.of(Option.KEYS, Option.ENCRYPTED, Option.SLIDING, Option.PATH)
        : Setup.DEPLOYED;
  }

  /** Returns a jump of the clock to, before, or behind a limit. */
  private int time() {
    int limit = any(List.of(1, 10, 60, 61, 100, 150, 1000));
    int seconds = limit + random.nextInt(3) - 1;
    int millis = seconds * 1000 + random.nextInt(3) * 400;
    boolean back = random.nextInt(6) == 0 && seconds <= 61 && !setup.store();
    return back ? -millis : millis; // a store has a time of its own, which never goes back
  }
}
