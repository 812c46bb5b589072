package dev.signet.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.signet.WithoutTypes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The room where there are no servlets, as on Jersey with the JDK's server. */
class WithoutServletsTest {

  private static final Set<String> FOR_SERVLETS =
      Set.of(
          ServletCsrfCheck.class.getName(),
          ServletCheckedRequest.class.getName(),
          ServletCoverage.class.getName());

  private final ClassLoader loader =
      new WithoutTypes("jakarta.servlet.", "dev\\.signet\\.csrf\\..*");

  private static List<String> classes() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.signet.csrf")
            .stream()
            .map(JavaClass::getName)
            .filter(name -> !FOR_SERVLETS.contains(name))
            .toList();
  }

  @Test
  @DisplayName("N2 every class but the servlet one loads without the servlet API")
  void looksInto() {
    assertThat(classes()).contains(CsrfCheck.class.getName());
    for (String name : classes()) {
      assertThatCode(
              () -> {
                Class<?> type = Class.forName(name, true, loader);
                for (var field : type.getDeclaredFields()) {
                  field.getGenericType();
                }
                for (var method : type.getDeclaredMethods()) {
                  method.getGenericParameterTypes();
                }
              })
          .as(name)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FormFieldReader.LIMIT, 2 * FormFieldReader.LIMIT})
  @DisplayName("N2 a form is read as a stream, and is complete afterwards")
  void readsTheStream(int more) throws Exception {
    byte[] form =
        ("text=a%26b&csrf_token=abc&more=" + "x".repeat(more)).getBytes(StandardCharsets.UTF_8);
    InputStream[] entity = {new ByteArrayInputStream(form)};
    Object request =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {ContainerRequestContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMediaType" -> MediaType.APPLICATION_FORM_URLENCODED_TYPE;
                  case "getEntityStream" -> entity[0];
                  case "setEntityStream" -> {
                    entity[0] = (InputStream) arguments[0];
                    yield null;
                  }
                  default -> throw new AssertionError("asked for " + method.getName());
                });
    var read =
        Class.forName(FormFieldReader.class.getName(), true, loader)
            .getDeclaredMethod("read", ContainerRequestContext.class, String.class);
    read.setAccessible(true);
    assertThat(read.invoke(null, request, "csrf_token")).isEqualTo("abc");
    assertThat(entity[0].readAllBytes()).isEqualTo(form);
  }

  @Test
  @DisplayName("N2 J3 at deployment it is logged that servlets are not checked")
  void coverageWithoutServlets() throws Exception {
    var hasFilter =
        Class.forName(CsrfCoverage.class.getName(), true, loader)
            .getDeclaredMethod("hasFilter", Object.class);
    hasFilter.setAccessible(true);
    assertThat(hasFilter.invoke(null, "no servlet context")).isEqualTo(false);
  }
}
