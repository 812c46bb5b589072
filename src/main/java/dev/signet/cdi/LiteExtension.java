package dev.signet.cdi;

import dev.signet.SessionBean;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds session beans on containers of CDI Lite, such as Quarkus. It runs when the application is
 * built, without its configuration, so everything else is checked by {@link LiteStartup}.
 *
 * <p>The application names it as a service, not the library: on Open Liberty, an extension of this
 * kind makes the named beans of two WARs of an EAR ambiguous.
 */
@SkipIfPortableExtensionPresent(SessionExtension.class)
public class LiteExtension implements BuildCompatibleExtension {

  private static final String BEANS = "beans";

  private final List<ClassInfo> beans = new ArrayList<>();

  /** Creates the bean that carries the session beans to the running application. */
  public static class Creator implements SyntheticBeanCreator<SessionBeanClasses> {

    @Override
    public SessionBeanClasses create(Instance<Object> lookup, Parameters parameters) {
      return new SessionBeanClasses(List.of(parameters.get(BEANS, Class[].class)));
    }
  }

  /** Adds the scope of session beans. */
  @Discovery
  public void addScope(MetaAnnotations annotations) {
    annotations.addContext(SessionBean.class, true, SessionBeanContext.class);
  }

  /** Records a session bean. */
  @Registration(types = Object.class)
  public void addSessionBean(BeanInfo bean) {
    if (bean.scope().name().equals(SessionBean.class.getName())) {
      beans.add(bean.declaringClass());
    }
  }

  /** Adds the bean that carries the session beans. */
  @Synthesis
  public void addSessionBeans(SyntheticComponents components) {
    components
        .addBean(SessionBeanClasses.class)
        .type(SessionBeanClasses.class)
        .scope(Singleton.class)
        .withParam(BEANS, beans.toArray(ClassInfo[]::new))
        .createWith(Creator.class);
  }
}
