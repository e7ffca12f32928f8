package dev.postern.examples.orders;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;

/** Which request is which action, and who is who. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

  // README: security-filter-chain
  @Bean
  SecurityFilterChain rules(HttpSecurity http, OrderAccess caller) {
    String order = "/orders/{region:[a-z]+}/{number:[0-9]{1,18}}";
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(GET, "/orders/{region:[a-z]+}")
                    .access(caller.may("orders:List"))
                    .requestMatchers(GET, order)
                    .access(caller.may("orders:Read"))
                    .requestMatchers(DELETE, order)
                    .access(caller.may("orders:Cancel"))
                    .anyRequest()
                    .denyAll())
        .httpBasic(Customizer.withDefaults())
        .csrf(csrf -> csrf.disable()) // no cookies, no sessions
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  // README: end

  @Bean
  PolicyFolder policies(@Value("${orders.policies}") String folder) throws IOException {
    return PolicyFolder.open(Path.of(folder));
  }

  /** Three people, for the example; a real service has a directory or tokens here. */
  @Bean
  UserDetailsService people() {
    ImmutableMap<String, Employee> people =
        Maps.uniqueIndex(
            ImmutableList.of(
                new Employee("alice", "{noop}a", ImmutableSet.of("support"), "emea"),
                new Employee("bob", "{noop}b", ImmutableSet.of("support"), "apac"),
                new Employee("carol", "{noop}c", ImmutableSet.of("auditor"), "finance")),
            Employee::name);
    return name -> {
      Employee employee = people.get(name);
      if (employee == null) {
        throw new UsernameNotFoundException(name);
      }
      return employee;
    };
  }
}
