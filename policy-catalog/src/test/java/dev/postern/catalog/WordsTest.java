package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Get",
        "Get|Object|Acl",
        "GET",
        "Describe|DB|Instances",
        "List|Objects|V2",
        "Put|Bucket|ACL",
        "List|Web|ACLs",
        "List|HITs|For|Qualification|Type",
        "Swap|Environment|CNAMEs",
        "Associate|VPC|With|Hosted|Zone",
        "Get|SAML|Provider",
        "Get|S3|Bucket",
        "Update|EC2|Instances",
        "Create|IPv6|Pool",
        "Assign|Ipv6|Addresses",
        "view|Reports",
        "connect",
        "Associate|Via|AWS|Service-|Events|And|States",
        "A|Name",
        "X"
      })
  void a_name_is_cut_into_words(String cut) {
    assertThat(words(cut.replace("|", ""))).isEqualTo(cut);
  }

  @Test
  void an_empty_name_has_no_words() {
    assertThat(Words.borders("").asList()).containsExactly(0);
  }

  private static String words(String name) {
    StringJoiner words = new StringJoiner("|");
    List<Integer> borders = Words.borders(name).asList();
    for (int i = 1; i < borders.size(); i++) {
      words.add(name.substring(borders.get(i - 1), borders.get(i)));
    }
    return words.toString();
  }
}
