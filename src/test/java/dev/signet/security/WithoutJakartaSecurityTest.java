package dev.signet.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.WithoutTypes;
import java.lang.reflect.Method;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WithoutJakartaSecurityTest {

  private static final ClassLoader WITHOUT =
      new WithoutTypes("jakarta.security.", "dev\\.signet\\.security\\..*");

  private static boolean isAvailable(ClassLoader loader) throws ReflectiveOperationException {
    Method method = loader.loadClass(SecurityApi.class.getName()).getDeclaredMethod("isAvailable");
    method.setAccessible(true);
    return (boolean) method.invoke(null);
  }

  @Test
  @DisplayName("L2 a server without Jakarta Security is recognized")
  void isRecognized() throws ReflectiveOperationException {
    assertThat(isAvailable(getClass().getClassLoader())).isTrue();
    assertThat(isAvailable(WITHOUT)).isFalse();
  }

  @Test
  @DisplayName("L2 the extension can be loaded and examined without Jakarta Security")
  void extensionLoads() throws ReflectiveOperationException {
    Class<?> extension = WITHOUT.loadClass(MechanismExtension.class.getName());
    assertThat(extension.getDeclaredMethods()).isNotEmpty();
    assertThat(extension.getConstructor().newInstance()).isNotNull();
  }
}
