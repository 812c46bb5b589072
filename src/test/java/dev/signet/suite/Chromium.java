package dev.signet.suite;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A browser, driven as a visitor would; a test without one is skipped and says so. */
final class Chromium implements AutoCloseable {

  private static final String SETTLED =
      """
      const done = arguments[0];
      const settled = () => !document.body.hasAttribute('aria-busy');
      if (settled()) {
        done();
      } else {
        const watch = new MutationObserver(() => {
          if (settled()) {
            watch.disconnect();
            done();
          }
        });
        watch.observe(document.body, {attributes: true});
      }
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts a browser with nothing in it; aborts the test where there is none. */
  static Chromium start() {
    File browser = find("chromium", "chromium-browser", "google-chrome");
    File driver = find("chromedriver");
    var options = new ChromeOptions().setBinary(browser);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--no-first-run",
        "--disable-gpu",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--hide-scrollbars");
    var service = new ChromeDriverService.Builder().usingDriverExecutable(driver).build();
    var chrome = new ChromeDriver(service, options);
    chrome.manage().timeouts().scriptTimeout(PATIENCE);
    return new Chromium(chrome);
  }

  private static File find(String... names) {
    String[] folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1);
    return Arrays.stream(names)
        .flatMap(name -> Stream.of(folders).map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseGet(
            () ->
                abort(
                    "The page is not tried in a browser: there is no %s in the PATH. On Debian: apt-get install chromium chromium-driver"
                        .formatted(String.join(" or ", names))));
  }

  @Override
  public void close() {
    driver.quit();
  }

  void open(String url) {
    openPlain(url);
    settle();
  }

  /** Opens a page that has no script to wait for. */
  void openPlain(String url) {
    driver.get(url);
  }

  /** Waits until the page's script has shown all there is. */
  void settle() {
    driver.executeAsyncScript(SETTLED);
  }

  WebElement element(String id) {
    return driver.findElement(By.id(id));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  String text(String id) {
    return element(id).getText();
  }

  /** Waits for a page on which an element has a text: a form without a script leads to another. */
  void arrive(String selector, String text) {
    var arrived = By.xpath("//%s[contains(., '%s')]".formatted(selector, text));
    driver.manage().timeouts().implicitlyWait(PATIENCE);
    driver.findElement(arrived);
    driver.manage().timeouts().implicitlyWait(Duration.ZERO);
  }

  /** Clicks what a visitor would first scroll to: nothing may lie upon it. */
  void click(String id) {
    var element = element(id);
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
    settle();
  }

  void type(String id, String text) {
    element(id).sendKeys(text);
  }

  void press(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
    settle();
  }

  /** Returns the id of the element that has the focus. */
  @Nullable String focused() {
    return driver.switchTo().activeElement().getAttribute("id");
  }

  @Nullable Cookie cookie(String name) {
    return driver.manage().getCookieNamed(name);
  }

  @Nullable Object run(String script) {
    return driver.executeScript(script);
  }

  /** Asks the browser itself, by the DevTools protocol. */
  Map<String, Object> devTools(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  /** Sets the size of the window, and whether the system is in the light or in the dark. */
  void look(int width, int height, String scheme) {
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    devTools(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Returns what the browser complained about: errors of scripts, and what the policy forbids. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(String::valueOf)
        .toList();
  }

  /** Takes a picture of the window into {@code target}. */
  void picture(String name) {
    save(name + ".png", new HashMap<>(Map.of("format", "png")));
  }

  /** Takes a picture for the documentation, in few bytes. */
  void smallPicture(String name, int width, int height) {
    Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
    save(name + ".webp", new HashMap<>(Map.of("format", "webp", "quality", 60, "clip", clip)));
  }

  private void save(String file, Map<String, Object> parameters) {
    String picture = String.valueOf(devTools("Page.captureScreenshot", parameters).get("data"));
    try {
      Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
      Files.write(folder.resolve(file), Base64.getDecoder().decode(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
