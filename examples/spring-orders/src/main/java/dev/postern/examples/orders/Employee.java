package dev.postern.examples.orders;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who asks, once Spring Security knows it. Name and roles say which policies apply; the team is a
 * tag of the principal, on which policies can set conditions.
 */
record Employee(String name, String password, ImmutableSet<String> roles, String team)
    implements UserDetails {
  private static final long serialVersionUID = 1L;

  @Override
  public String getUsername() {
    return name;
  }

  @Override
  public String getPassword() {
    return password;
  }

  /** None: what a role may do is said by its policy. */
  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  /** Without the password, which else would stand in logs. */
  @Override
  public String toString() {
    return name;
  }
}
