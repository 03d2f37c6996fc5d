from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('worklist', '0012_names_of_rights'),
    ]

    operations = [
        migrations.AddField(
            model_name='outgoingmail',
            name='sets_password',
            field=models.BooleanField(default=False),
        ),
    ]
