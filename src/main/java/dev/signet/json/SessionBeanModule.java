package dev.signet.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.signet.SessionBean;
import java.lang.reflect.Field;

/** Makes Jackson write and read the fields of {@link SessionBean} classes, without accessors. */
final class SessionBeanModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  SessionBeanModule() {
    super(SessionBeanModule.class.getName());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new Introspector());
  }

  private static final class Introspector extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public VisibilityChecker<?> findAutoDetectVisibility(
        AnnotatedClass type, VisibilityChecker<?> checker) {
      return BeanState.isBean(type.getRawType()) ? new StateOnly() : checker;
    }
  }

  /** No method is a property, and each field of the state is. */
  private static final class StateOnly extends VisibilityChecker.Std {

    private static final long serialVersionUID = 1L;

    StateOnly() {
      super(Visibility.NONE);
    }

    @Override
    public boolean isFieldVisible(Field field) {
      return BeanState.isState(field);
    }

    @Override
    public boolean isFieldVisible(AnnotatedField field) {
      return isFieldVisible(field.getAnnotated());
    }
  }
}
