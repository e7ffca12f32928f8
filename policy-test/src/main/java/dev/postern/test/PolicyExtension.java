package dev.postern.test;

import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.PolicyDocument;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * What JUnit Jupiter runs for the annotations here, each of which brings it: it hands {@link
 * PolicyFile policies} and {@link Policies sets of policies} to parameters, fails the test of a
 * scenario that cannot be read, and fails a test that ends with an assertion begun and not ended.
 *
 * <p>For the last alone it stands on a test class, {@code @ExtendWith(PolicyExtension.class)}, or
 * is registered for all classes by JUnit's setting {@code
 * junit.jupiter.extensions.autodetection.enabled=true}. Keeps no state, so tests may run in
 * parallel.
 */
public final class PolicyExtension
    implements ParameterResolver, InvocationInterceptor, AfterEachCallback {

  /** Made by JUnit. */
  public PolicyExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(PolicyFile.class) || parameter.isAnnotated(Policies.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    PolicyParameters policies = new PolicyParameters(TestFiles.of(context.getRequiredTestClass()));
    if (parameter.isAnnotated(Policies.class)) {
      require(type == PolicySet.class, "@Policies stands on a PolicySet, not on a " + type);
      return policies.of(parameter.findAnnotation(Policies.class).orElseThrow());
    }
    require(
        type == CompiledPolicy.class || type == PolicyDocument.class,
        "@PolicyFile stands on a PolicyDocument or a CompiledPolicy, not on a " + type);
    CompiledPolicy policy = policies.of(parameter.findAnnotation(PolicyFile.class).orElseThrow());
    return type == PolicyDocument.class ? policy.document() : policy;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterResolutionException(message);
    }
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    checkScenarios(method.getArguments(), ScenarioArguments.areTested(method.getExecutable()));
    invocation.proceed();
  }

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> constructor,
      ExtensionContext context)
      throws Throwable {
    checkScenarios(constructor.getArguments(), false);
    return invocation.proceed();
  }

  private static void checkScenarios(List<Object> arguments, boolean areTested) {
    for (Object argument : arguments) {
      if (argument instanceof Scenario scenario && (areTested || !scenario.problems().isEmpty())) {
        ScenarioResult result = scenario.run(Authorizer.standard());
        if (areTested || !result.isAsExpected()) {
          new ScenarioAssert(result).isAsExpected();
        }
      }
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      // Whatever failed may have cut a question short, and says more.
      Begun.forget();
    } else {
      Begun.requireNone();
    }
  }
}
