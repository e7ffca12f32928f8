package dev.postern.benchmarks.peer;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import dev.postern.benchmarks.workload.PlainPolicies;
import dev.postern.benchmarks.workload.PlainPolicy;
import dev.postern.benchmarks.workload.PlainRequest;
import dev.postern.benchmarks.workload.PlainStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;

/**
 * jCasbin: a rule for each action and resource, identity policies without conditions. Its own
 * {@code keyMatch} knows a star at the end only, so patterns are matched by a function of ours.
 * There is one caller, so nothing is asked of him.
 */
public final class CasbinEngine {
  private static final String MODEL =
      """
      [request_definition]
      r = act, obj
      [policy_definition]
      p = act, obj, eft
      [policy_effect]
      e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
      [matchers]
      m = like(r.act, p.act) && like(r.obj, p.obj)
      """;

  private final Enforcer enforcer;

  /** Makes rules of the statements, whose conditions are not looked at. */
  public CasbinEngine(PlainPolicies policies) {
    Model model = new Model();
    model.loadModelFromText(MODEL);
    enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    enforcer.addFunction("like", new Like());
    List<List<String>> rules = new ArrayList<>();
    for (PlainPolicy policy : policies.identity()) {
      for (PlainStatement statement : policy.statements()) {
        addRules(statement, rules);
      }
    }
    enforcer.addPolicies(rules.stream().distinct().toList());
  }

  private static void addRules(PlainStatement statement, List<List<String>> rules) {
    for (String action : statement.actions()) {
      for (String resource : statement.resources()) {
        rules.add(List.of(action, resource, statement.allow() ? "allow" : "deny"));
      }
    }
  }

  /** Decides a request. */
  public boolean isAllowed(PlainRequest request) {
    return enforcer.enforce(request.action(), request.resource());
  }

  private static final class Like extends CustomFunction {
    private static final long serialVersionUID = 1;
    private final transient Map<String, ObviousGlob> globs = new HashMap<>();

    @Override
    public AviatorObject call(Map<String, Object> env, AviatorObject text, AviatorObject pattern) {
      ObviousGlob glob =
          globs.computeIfAbsent(FunctionUtils.getStringValue(pattern, env), ObviousGlob::new);
      return AviatorBoolean.valueOf(glob.matches(FunctionUtils.getStringValue(text, env)));
    }

    @Override
    public String getName() {
      return "like";
    }
  }
}
