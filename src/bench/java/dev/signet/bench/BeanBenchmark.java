package dev.signet.bench;

import dev.signet.SessionBean;
import dev.signet.core.BeanInstance;
import dev.signet.json.BeanState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a session bean costs, beside the same content by {@code get} and {@code put}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BeanBenchmark {

  /** A value that is put. */
  public static class Cart {
    public String customer = "ada";
    public int discount = 5;
    public List<String> items = new ArrayList<>(List.of("EGG-1", "EGG-2", "EGG-3"));
  }

  /** The same as a session bean. */
  @SessionBean
  public static class CartBean {
    private String customer = "ada";
    private int discount = 5;
    private List<String> items = new ArrayList<>(List.of("EGG-1", "EGG-2", "EGG-3"));

    List<String> items() {
      return items;
    }

    @Override
    public String toString() {
      return customer + discount;
    }
  }

  private static final BeanState<CartBean> BEAN = BeanState.of(CartBean.class);

  private final Signet signet = Signet.signing(Signet.SECRET, 0);

  private String valueCookie;
  private String beanCookie;

  @Setup
  public void prepare() {
    valueCookie = cookie(signet.write(Map.of("cart", new Cart())));
    beanCookie = cookie(signet.write(Map.of("cartBean", new CartBean())));
  }

  private static String cookie(Optional<String> header) {
    String text = header.orElseThrow();
    return text.substring(0, text.indexOf(';'));
  }

  private static BeanInstance<CartBean> create() {
    return new BeanInstance<>(new CartBean(), () -> {});
  }

  @Benchmark
  public Optional<String> readValue() {
    var session = signet.begin(valueCookie);
    session.get("cart", Cart.class).items.isEmpty();
    return session.decide(false);
  }

  @Benchmark
  public Optional<String> readBean() {
    var session = signet.begin(beanCookie);
    session.bean(BEAN, BeanBenchmark::create).items().isEmpty();
    return session.decide(false);
  }

  @Benchmark
  public Optional<String> changeValue() {
    var session = signet.begin(valueCookie);
    Cart cart = session.get("cart", Cart.class);
    cart.items.add("EGG-4");
    session.put("cart", cart);
    return session.decide(false);
  }

  @Benchmark
  public Optional<String> changeBean() {
    var session = signet.begin(beanCookie);
    session.bean(BEAN, BeanBenchmark::create).items().add("EGG-4");
    return session.decide(false);
  }
}
